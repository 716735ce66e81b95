/** Reads a JSON body field by field; whatever does not fit is refused as Discord does, with 50035 and the field's path. */
import { DiscordError, invalidForm } from './discord-error.ts'
import type { Json, JsonObject } from './state/model.ts'

interface TextLimits {
  readonly min?: number
  readonly max?: number
}

interface NumberLimits {
  readonly min?: number
  readonly max?: number
}

const SNOWFLAKE = /^\d{1,20}$/

export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

export class Fields {
  /** The object as it came. */
  readonly json: JsonObject
  readonly #path: readonly string[]

  constructor(json: JsonObject, path: readonly string[] = []) {
    this.json = json
    this.#path = path
  }

  /** The fields of a body that must be an object. */
  static of(body: Json | undefined): Fields {
    if (!isObject(body)) throw new DiscordError(50109)
    return new Fields(body)
  }

  has(name: string): boolean {
    return this.json[name] !== undefined
  }

  /** 50035 at this field. */
  refuse(name: string, code: string, message: string): DiscordError {
    return invalidForm([...this.#path, name], code, message)
  }

  required<T>(name: string, value: T | null | undefined): T {
    if (value === undefined || value === null) throw this.refuse(name, 'BASE_TYPE_REQUIRED', 'This field is required')
    return value
  }

  text(name: string, limits: TextLimits = {}): string | undefined {
    return this.textOrNull(name, limits) ?? undefined
  }

  textOrNull(name: string, { min = 0, max = Number.POSITIVE_INFINITY }: TextLimits = {}): string | null | undefined {
    const value = this.json[name]
    if (value === undefined || value === null) return value
    if (typeof value !== 'string')
      throw this.refuse(name, 'STRING_TYPE_CONVERT', 'Could not interpret value as string.')
    // Discord counts code points, not UTF-16 units.
    const length = value.length > max ? [...value].length : value.length
    if (length > max) throw this.refuse(name, 'BASE_TYPE_MAX_LENGTH', `Must be ${max} or fewer in length.`)
    if (length < min) throw this.refuse(name, 'BASE_TYPE_BAD_LENGTH', `Must be between ${min} and ${max} in length.`)
    return value
  }

  integer(name: string, limits: NumberLimits = {}): number | undefined {
    return this.integerOrNull(name, limits) ?? undefined
  }

  integerOrNull(name: string, { min, max }: NumberLimits = {}): number | null | undefined {
    const value = this.json[name]
    if (value === undefined || value === null) return value
    const number = typeof value === 'string' && /^-?\d+$/.test(value) ? Number(value) : value
    if (typeof number !== 'number' || !Number.isInteger(number)) {
      throw this.refuse(name, 'NUMBER_TYPE_COERCE', `Value ${JSON.stringify(value)} is not int.`)
    }
    if (min !== undefined && number < min) {
      throw this.refuse(name, 'NUMBER_TYPE_MIN', `int value should be greater than or equal to ${min}.`)
    }
    if (max !== undefined && number > max) {
      throw this.refuse(name, 'NUMBER_TYPE_MAX', `int value should be less than or equal to ${max}.`)
    }
    return number
  }

  number(name: string): number | undefined {
    const value = this.json[name]
    if (value === undefined || value === null) return undefined
    if (typeof value !== 'number') throw this.refuse(name, 'FLOAT_TYPE_COERCE', 'Value is not float.')
    return value
  }

  boolean(name: string): boolean | undefined {
    const value = this.json[name]
    if (value === undefined || value === null) return undefined
    if (typeof value !== 'boolean') {
      throw this.refuse(name, 'BOOLEAN_TYPE_CONVERT', 'Must be either true or false.')
    }
    return value
  }

  /** A bit field of permissions, which travels as a decimal string or a number. */
  bits(name: string): string | undefined {
    const value = this.json[name]
    if (value === undefined || value === null) return undefined
    if (!SNOWFLAKE.test(String(value))) throw this.refuse(name, 'NUMBER_TYPE_COERCE', 'Value is not int.')
    return String(value)
  }

  snowflake(name: string): string | undefined {
    return this.snowflakeOrNull(name) ?? undefined
  }

  snowflakeOrNull(name: string): string | null | undefined {
    const value = this.json[name]
    if (value === undefined || value === null) return value
    if (!SNOWFLAKE.test(String(value))) {
      throw this.refuse(name, 'NUMBER_TYPE_COERCE', `Value ${JSON.stringify(value)} is not snowflake.`)
    }
    return String(value)
  }

  snowflakes(name: string, limits: NumberLimits = {}): string[] | undefined {
    const list = this.list(name, limits)
    return list?.map((value) => {
      if (!SNOWFLAKE.test(String(value))) throw this.refuse(name, 'NUMBER_TYPE_COERCE', 'Value is not snowflake.')
      return String(value)
    })
  }

  texts(name: string, limits: NumberLimits = {}): string[] | undefined {
    return this.list(name, limits)?.map((value) => {
      if (typeof value !== 'string')
        throw this.refuse(name, 'STRING_TYPE_CONVERT', 'Could not interpret value as string.')
      return value
    })
  }

  integers(name: string): number[] | undefined {
    return this.list(name)?.map((value) => {
      if (typeof value !== 'number') throw this.refuse(name, 'NUMBER_TYPE_COERCE', 'Value is not int.')
      return value
    })
  }

  list(name: string, { min = 0, max = Number.POSITIVE_INFINITY }: NumberLimits = {}): Json[] | undefined {
    const value = this.json[name]
    if (value === undefined || value === null) return undefined
    if (!Array.isArray(value)) throw this.refuse(name, 'LIST_TYPE_CONVERT', 'Only iterables may be used in a ListType')
    if (value.length < min || value.length > max) {
      throw this.refuse(name, 'BASE_TYPE_BAD_LENGTH', `Must be between ${min} and ${max} in length.`)
    }
    return value
  }

  object(name: string): Fields | undefined {
    const value = this.json[name]
    if (value === undefined || value === null) return undefined
    return this.#inner(value, [name])
  }

  objects(name: string, limits: NumberLimits = {}): Fields[] | undefined {
    return this.list(name, limits)?.map((value, index) => this.#inner(value, [name, String(index)]))
  }

  #inner(value: Json, names: readonly string[]): Fields {
    const path = [...this.#path, ...names]
    if (!isObject(value)) throw invalidForm(path, 'DICT_TYPE_CONVERT', 'Only dictionaries may be used in a DictType')
    return new Fields(value, path)
  }
}
