import { Type } from 'typebox'

/** What the shapes of metrics are made of. */

export const nullable = <Schema extends Type.TSchema>(schema: Schema, description?: string) =>
  Type.Union([schema, Type.Null()], description === undefined ? {} : { description })

export const count = (description?: string, example?: number) =>
  Type.Integer({
    minimum: 0,
    ...(description !== undefined && { description }),
    ...(example !== undefined && { examples: [example] }),
  })

export const Moment = Type.String({ format: 'date-time', examples: ['2026-01-21T12:00:00Z'] })
