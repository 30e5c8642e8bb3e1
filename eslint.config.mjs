import tseslint from 'typescript-eslint';

export default tseslint.config(
  {
    ignores: [
      'dist/',
      'web/dist/',
      'web/src/api/generated/',
      'node_modules/',
      'coverage/',
      'test/output/',
      '.cairn*/',
      '**/*.cjs',
    ],
  },
  ...tseslint.configs.recommended,
  {
    rules: {
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_+$', ignoreRestSiblings: true },
      ],
      eqeqeq: ['error', 'always'],
      'no-console': 'error',
    },
  },
  {
    files: ['src/**/*.ts'],
    ignores: [
      'src/platform/config/**',
      'src/{main,worker,cli}.ts',
      'src/cli/**',
      'src/platform/embedded/**',
      'src/**/*.spec.ts',
    ],
    rules: {
      'no-restricted-properties': [
        'error',
        { object: 'process', property: 'env', message: 'Only platform/config reads the environment' },
      ],
    },
  },
  {
    files: ['src/**/core/**/*.ts', 'src/description/**/*.ts'],
    ignores: ['**/*.spec.ts'],
    rules: {
      // Elsewhere Nest reads constructor and parameter types at run time, so a type-only import could break it.
      '@typescript-eslint/consistent-type-imports': [
        'error',
        { disallowTypeAnnotations: false, fixStyle: 'inline-type-imports' },
      ],
      'no-restricted-globals': ['error', { name: 'fetch', message: 'Rules know no network' }],
      'no-restricted-syntax': [
        'error',
        {
          selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']",
          message: 'Rules know no clock: take the day as a value',
        },
        {
          selector: "NewExpression[callee.name='Date'][arguments.length=0]",
          message: 'Rules know no clock: take the day as a value',
        },
        {
          selector: "CallExpression[callee.object.name='Math'][callee.property.name='random']",
          message: 'Rules know no chance: take the number as a value',
        },
      ],
    },
  },
  { files: ['bench/**', 'scripts/**', 'test/embedded/**', 'test/faults/**'], rules: { 'no-console': 'off' } },
);
