/** Faults on purpose: processes killed, stopped and cut off. CAIRN_FAULTS=smoke does ten of each kind, full a hundred. */
module.exports = {
  ...require('./jest.e2e.config.cjs'),
  testMatch: ['<rootDir>/test/faults/**/*.fault-spec.ts'],
  globalSetup: '<rootDir>/test/faults/global-setup.ts',
  globalTeardown: '<rootDir>/test/faults/global-teardown.ts',
  testTimeout: process.env.CAIRN_FAULTS === 'full' ? 1_800_000 : 400_000,
};
