import type { DiagnosisOut, FindingOut } from './contract.ts'
import type { Diagnosis } from './doctor.ts'
import type { Finding, Seen } from './finding.ts'
import { PLAIN, sentencesOf } from './sentences.ts'

export function diagnosisOut({ findings, bot, at }: Diagnosis): DiagnosisOut {
  return { checked_at: at.toString(), findings: findings.map((finding) => findingOut(finding, bot)) }
}

function findingOut(finding: Finding, bot: string): FindingOut {
  const { severity, subject, seen } = finding
  return {
    severity,
    feature: subject?.scope ?? 'discord',
    setting: subject?.setting ?? null,
    channel_id: channelOf(seen),
    role_id: roleOf(seen),
    ...sentencesOf(finding, { language: 'en', script: PLAIN, bot }),
  }
}

function channelOf(seen: Seen): bigint | null {
  if ('channel' in seen) return BigInt(seen.channel.id)
  return seen.kind === 'channel_gone' || seen.kind === 'category_gone' ? BigInt(seen.id) : null
}

function roleOf(seen: Seen): bigint | null {
  if ('role' in seen) return BigInt(seen.role.id)
  return seen.kind === 'role_gone' ? BigInt(seen.id) : null
}
