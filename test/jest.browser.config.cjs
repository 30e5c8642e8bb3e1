/** The built interface in a real browser, served by the real application on real PostgreSQL. */
module.exports = {
  ...require('./jest.e2e.config.cjs'),
  testMatch: ['<rootDir>/test/browser/**/*.browser-spec.ts'],
  globalSetup: '<rootDir>/test/support/browser-setup.ts',
  testTimeout: 120000,
};
