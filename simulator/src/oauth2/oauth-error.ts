type OAuthErrorCode =
  | 'access_denied'
  | 'invalid_client'
  | 'invalid_grant'
  | 'invalid_request'
  | 'invalid_scope'
  | 'unsupported_grant_type'
  | 'unsupported_response_type'

/** A "no" in the words of https://www.rfc-editor.org/rfc/rfc6749#section-5.2 */
export class OAuthError extends Error {
  override readonly name = 'OAuthError'
  readonly status: 400 | 401
  readonly code: OAuthErrorCode

  constructor(status: 400 | 401, code: OAuthErrorCode, description: string) {
    super(description)
    this.status = status
    this.code = code
  }
}
