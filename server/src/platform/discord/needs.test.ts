import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { PermissionFlagsBits } from 'discord-api-types/v10'
import type { Refusal } from '../../kernel/refusal.ts'
import { invocation } from '../../testing/invocation.ts'
import { type Needs, requireNeeds } from './needs.ts'

const { ManageMessages, ReadMessageHistory, Administrator } = PermissionFlagsBits

function refusal(needs: Needs, member: bigint, bot: bigint): Refusal | null {
  try {
    requireNeeds(needs, invocation(member, bot))
    return null
  } catch (error) {
    return error as Refusal
  }
}

const CLEANING = { member: ManageMessages, bot: ManageMessages | ReadMessageHistory }

describe('what is needed', () => {
  test('is there, one by one or with Administrator', () => {
    for (const [member, bot] of [
      [ManageMessages, ManageMessages | ReadMessageHistory],
      [Administrator, Administrator],
    ] as const)
      assert.equal(refusal(CLEANING, member, bot), null)
  })

  test('is named where the member lacks it, in the language of the reader', () => {
    const found = refusal(CLEANING, ReadMessageHistory, Administrator)
    assert.equal(found?.message, 'For that you need the permission Manage Messages here.')
    assert.equal(found?.sentenceIn('nl'), 'Daarvoor heb je hier de permissie Berichten beheren nodig.')
  })

  test('is named where the bot lacks it, with where to click', () => {
    const found = refusal(CLEANING, Administrator, ManageMessages)
    assert.match(found?.message ?? '', /I need the permission Read Message History .* Edit Channel/)
  })

  test('says who may when only admins may', () => {
    assert.equal(refusal({ member: Administrator }, ManageMessages, 0n)?.code, 'discord.admins_only')
  })
})
