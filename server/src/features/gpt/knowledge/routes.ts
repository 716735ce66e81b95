import type { Platform } from '../../../platform/feature.ts'
import { actorOf, guildOf } from '../../../platform/http/guards.ts'
import type { Http } from '../../../platform/http/http.ts'
import { DocumentIn, DocumentList, DocumentPath, GuildPath, Removed, Uploaded } from './contract.ts'
import { listDocuments } from './documents-store.ts'
import { knowledgeService } from './service.ts'

const KNOWLEDGE = '/api/dashboard/:guild_id/knowledge'
const config = { access: 'guild_admin', limit: 'dashboard' } as const
const tags = ['Language model']

/** The documents from which questions are answered, for the admins of a guild. */
export function knowledgeRoutes(http: Http, { db, clock, idempotent }: Platform): void {
  const service = knowledgeService({ clock })
  const listing = {
    operationId: 'listKnowledge',
    summary: 'List the documents from which questions are answered',
    tags,
    params: GuildPath,
    response: { 200: DocumentList },
  }
  http.get(KNOWLEDGE, { config, schema: listing }, async (request) => {
    const documents = await listDocuments(db, guildOf(request))
    return {
      documents: documents.map(({ id, updatedAt, updatedBy, ...document }) => ({
        ...document,
        id: Number(id),
        updated_at: updatedAt.toString(),
        updated_by: updatedBy === null ? null : BigInt(updatedBy),
      })),
    }
  })
  const uploading = {
    operationId: 'uploadKnowledge',
    summary: 'Add a document, or replace the one with its name',
    tags,
    params: GuildPath,
    body: DocumentIn,
    response: { 200: Uploaded },
  }
  http.post(KNOWLEDGE, { config, schema: uploading }, (request, reply) =>
    idempotent(request, reply, async (commit) => {
      const { id, ...put } = await service.upload(actorOf(request), guildOf(request), request.body, commit)
      return { success: true, id: Number(id), ...put }
    }),
  )
  const removing = {
    operationId: 'removeKnowledge',
    summary: 'Remove a document that was uploaded',
    tags,
    params: DocumentPath,
    response: { 200: Removed },
  }
  http.delete(`${KNOWLEDGE}/:document_id`, { config, schema: removing }, (request, reply) =>
    idempotent(request, reply, async (commit) => {
      await service.remove(actorOf(request), guildOf(request), request.params.document_id, commit)
      return { success: true }
    }),
  )
}
