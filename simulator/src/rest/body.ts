/** Reads request bodies: JSON, or multipart with `payload_json` and `files[n]`. */
import type { IncomingMessage } from 'node:http'
import busboy from 'busboy'
import { DiscordError } from '../discord-error.ts'
import type { Json } from '../state/model.ts'
import type { Upload } from './router.ts'

/** Of https://discord.com/developers/docs/reference#uploading-files. */
const LARGEST_FILE = 10 * 1024 * 1024
const LARGEST_REQUEST = 25 * 1024 * 1024

export interface RequestBody {
  readonly json: Json | undefined
  readonly files: readonly Upload[]
}

export async function readBody(request: IncomingMessage): Promise<RequestBody> {
  const type = request.headers['content-type'] ?? ''
  if (type.startsWith('multipart/form-data')) return await readForm(request)
  const bytes = await readBytes(request)
  if (bytes.length === 0) return { json: undefined, files: [] }
  if (type.startsWith('application/json')) return { json: parseJson(bytes.toString()), files: [] }
  return { json: Object.fromEntries(new URLSearchParams(bytes.toString())), files: [] }
}

async function readBytes(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request) {
    const bytes = Buffer.from(chunk)
    size += bytes.length
    if (size > LARGEST_REQUEST) throw new DiscordError(40005)
    chunks.push(bytes)
  }
  return Buffer.concat(chunks)
}

function parseJson(text: string): Json {
  try {
    return JSON.parse(text)
  } catch (error) {
    if (error instanceof SyntaxError) throw new DiscordError(50109)
    throw error
  }
}

async function readForm(request: IncomingMessage): Promise<RequestBody> {
  const form = busboy({ headers: request.headers, limits: { fileSize: LARGEST_FILE }, defParamCharset: 'utf8' })
  const fields = new Map<string, string>()
  const files: Promise<Upload>[] = []
  let isTooLarge = false
  form.on('field', (name, value) => fields.set(name, value))
  form.on('file', (name, stream, info) => {
    const index = /^files?\[(\d+)\]$/.exec(name)?.[1] ?? name
    stream.on('limit', () => {
      isTooLarge = true
    })
    files.push(readFile(stream, { index, filename: info.filename ?? 'file', contentType: info.mimeType }))
  })
  const { promise: isRead, resolve, reject } = Promise.withResolvers<void>()
  form.on('close', resolve)
  form.on('error', () => reject(new DiscordError(50109)))
  request.on('error', reject)
  request.pipe(form)
  await isRead
  const uploads = await Promise.all(files)
  const size = uploads.reduce((all, { bytes }) => all + bytes.length, 0)
  if (isTooLarge || size > LARGEST_REQUEST) throw new DiscordError(40005)
  const payload = fields.get('payload_json')
  return { json: payload === undefined ? Object.fromEntries(fields) : parseJson(payload), files: uploads }
}

async function readFile(stream: NodeJS.ReadableStream, about: Omit<Upload, 'bytes'>): Promise<Upload> {
  const chunks: Buffer[] = []
  for await (const chunk of stream) chunks.push(Buffer.from(chunk))
  return { ...about, bytes: Buffer.concat(chunks) }
}
