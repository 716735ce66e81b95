import { health } from '../features/health/index.ts'
import { onboarding } from '../features/onboarding/index.ts'
import { reminders } from '../features/reminders/index.ts'
import type { Config } from '../platform/config/config.ts'
import type { GatewayState } from '../platform/discord/gateway.ts'
import type { Feature } from '../platform/feature.ts'

/** What the product can do, in the order in which it is built. */
export function features({ serviceName, roles }: Config, gateway: () => GatewayState | null): readonly Feature[] {
  return [health({ serviceName, ...(roles.has('gateway') && { gateway }) }), reminders, onboarding]
}
