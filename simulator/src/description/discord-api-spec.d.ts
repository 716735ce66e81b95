// The package has no types for its schemas; `schemas.ts` is their only reader and looks them up by name.
declare module 'discord-api-spec/zod'
