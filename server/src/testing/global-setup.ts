import { joinTestServer, leaveTestServer } from './database.ts'

/** For `node --test --test-global-setup`: keeps the test server up from the first file to the last. */
export async function globalSetup(): Promise<void> {
  await joinTestServer()
}

export const globalTeardown = leaveTestServer
