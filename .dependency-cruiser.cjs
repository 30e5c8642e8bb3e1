/** The order of the ground: a module imports lower ones, by their index only. Pure rules know no framework. */
const ground = [
  ['platform'],
  ['description'],
  ['audit'],
  ['access'],
  ['contact-points'],
  ['incidents'],
  ['families', 'forensic-remains'],
  ['cases'],
  ['matching', 'kinship'],
  ['identification'],
  ['exchange', 'portal', 'notifications', 'statistics', 'sync'],
];
const all = ground.flat();

const order = ground.flatMap((level, at) =>
  level.map((module) => {
    const forbidden = [...level.filter((other) => other !== module), ...ground.slice(at + 1).flat()];
    return {
      name: `${module}-stands-below`,
      comment: `${module} may not import what stands beside or above it; tell it by an event`,
      severity: 'error',
      from: { path: `^src/${module}/` },
      to: { path: `^src/(${[...forbidden, 'none'].join('|')})/` },
    };
  }),
);

module.exports = {
  forbidden: [
    ...order,
    ...all.map((module) => ({
      name: `${module}-by-its-face`,
      comment:
        'A module is used by its index.ts, nothing deeper. The two record shapes, and what a body cannot show, are pure and part of the face: rules use them without the rest. Names and kinship are answered on the command line by pure rules alone, without starting the rest',
      severity: 'error',
      from: { path: '^src/', pathNot: `^src/${module}/` },
      to: {
        path: `^src/${module}/`,
        pathNot: `^src/${module}/(index|core/ante-mortem|core/post-mortem|core/observability|core/names/index|core/case-file)\\.ts$`,
      },
    })),
    {
      name: 'core-is-pure',
      comment: 'Rules know no framework, database, queue, clock or network',
      severity: 'error',
      from: { path: '^src/(.+/core|description)/', pathNot: '\\.spec\\.ts$' },
      to: {
        path: 'node_modules/(@nestjs|nestjs-|typeorm|pg|bullmq|ioredis|express)|^(node:)?(fs|net|http|https|child_process|dns|tls)(/|$)',
      },
    },
    {
      name: 'platform-knows-no-module',
      severity: 'error',
      from: { path: '^src/platform/' },
      to: { path: `^src/(${all.filter((module) => module !== 'platform').join('|')})/` },
    },
    {
      name: 'no-circles',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'production-needs-production',
      comment: 'What runs in production is a dependency, not a development dependency',
      severity: 'error',
      from: { path: '^src/', pathNot: '\\.spec\\.ts$' },
      to: { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    exclude: { path: '^dist/' },
  },
};
