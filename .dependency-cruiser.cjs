/** Which file may import which: the import direction of the design, and one importing file for each third-party package. */

const FACES = '^src/(index\\.ts|explain/|report/|adapters/|cli/)'
const readers = '^src/(message|text|link|corpus)/'

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'no-circular',
      comment: 'Two files that need each other answer one question: join them, or move what both need into a third.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'readers-know-no-detection',
      comment: 'message, text, link and corpus come before detect. The types of src/detect/model.ts alone are shared.',
      severity: 'error',
      from: { path: readers },
      to: { path: `^src/(detect|verdict\\.ts|classify\\.ts)|${FACES}`, pathNot: '^src/detect/model\\.ts$' },
    },
    {
      name: 'readers-take-only-types-from-detection',
      comment: 'src/detect/model.ts is shared for its types: nothing of it may be there at run time.',
      severity: 'error',
      from: { path: readers },
      to: { path: '^src/detect/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'detectors-know-no-verdict',
      severity: 'error',
      from: { path: '^src/detect/' },
      to: { path: `^src/(verdict|classify)\\.ts$|${FACES}` },
    },
    {
      name: 'verdict-knows-no-pipeline',
      severity: 'error',
      from: { path: '^src/verdict\\.ts$' },
      to: { path: `^src/classify\\.ts$|${FACES}` },
    },
    {
      name: 'pipeline-knows-no-face',
      severity: 'error',
      from: { path: '^src/classify\\.ts$' },
      to: { path: FACES },
    },
    {
      name: 'entry-stays-small',
      comment: 'Whoever imports lurebook alone does not load the explanations, reports, adapters or the command.',
      severity: 'error',
      from: { path: '^src/index\\.ts$' },
      to: { path: '^src/(explain|report|adapters|cli)/' },
    },
    {
      name: 'nobody-imports-the-command',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/cli/' },
      to: { path: '^src/cli/' },
    },
    {
      name: 'core-has-no-runtime',
      comment:
        'No files, network, clock or processes: the core runs in browsers and Workers. Node has a codec of its own.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/(cli/|message/codec\\.node\\.ts$)' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'no-dev-dependency-in-src',
      severity: 'error',
      from: { path: '^src/' },
      to: { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown', 'npm-peer', 'npm-optional'] },
    },
    {
      name: 'src-knows-no-tooling',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^(scripts|test|bench)/' },
    },
    {
      name: 'not-to-unresolvable',
      severity: 'error',
      from: { path: '^src/' },
      to: { couldNotResolve: true },
    },
    {
      name: 'one-importer-a-package',
      comment: 'A third-party package is imported by one file, so that it can be replaced or fenced there.',
      severity: 'error',
      module: { path: '^node_modules/', numberOfDependentsMoreThan: 1 },
      from: { path: '^src/' },
    },
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'types', 'default'] },
  },
}
