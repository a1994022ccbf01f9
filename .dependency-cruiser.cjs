/**
 * The walls of the house. Each says why it stands; `tests/tidy/walls.test.ts` proves that each holds.
 * The direction: shared/values ← shared/rules ← shared/contract ← { src, cloudfunctions },
 * and platform ← the execute.ts and index.ts of a function.
 * @type {import('dependency-cruiser').IConfiguration}
 */
module.exports = {
  forbidden: [
    {
      name: 'values-stand-alone',
      comment:
        'A value (money, a day, an id) means the same everywhere. If it knew a rule, a sentence or a request, ' +
        'it would change whenever a region or a client does.',
      severity: 'error',
      from: { path: '^shared/values/' },
      to: { path: '^shared/(?!values/)' },
    },
    {
      name: 'rules-know-no-request',
      comment:
        'A rule answers a question about facts. If it saw the contract, the law of a region would depend on ' +
        'how a client happens to ask.',
      severity: 'error',
      from: { path: '^shared/rules/' },
      to: { path: '^shared/contract/' },
    },
    {
      name: 'copy-chooses-nothing',
      comment:
        'A sentence is told what to say. If it could ask a rule or read a request, the same fact could be ' +
        'said in one way and decided in another.',
      severity: 'error',
      from: { path: '^shared/copy/' },
      to: { path: '^shared/(rules|contract)/' },
    },
    {
      name: 'contract-says-no-sentence',
      comment:
        'The contract is the shape of what crosses the wire. Wording may change without a new contract.',
      severity: 'error',
      from: { path: '^shared/contract/' },
      to: { path: '^shared/copy/' },
    },
    {
      name: 'shared-stays-shared',
      comment:
        'Both sides bundle shared. Whatever it imports from a room would ship to phones and to functions.',
      severity: 'error',
      from: { path: '^shared/' },
      to: { path: '^(src|config|cloudfunctions|platform|local|tests|bench|scripts)/' },
    },
    {
      name: 'shared-carries-two-packages',
      comment:
        'Every package in shared weighs on the first load of the mini-program and must run without Node and ' +
        'without a DOM. dayjs and valibot do; anything further is a decision (docs/decisions).',
      severity: 'error',
      from: { path: '^shared/' },
      to: { path: 'node_modules/', pathNot: 'node_modules/(dayjs|valibot)/' },
    },
    {
      name: 'shared-runs-anywhere',
      comment:
        'A phone has no Node. A file system, a clock or randomness would also make a decision unrepeatable.',
      severity: 'error',
      from: { path: '^shared/' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'pages-see-only-shared',
      comment:
        'A page reaches a function through the contract alone. Server code in a page would ship keys and ' +
        'rules about others to every phone.',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^(cloudfunctions|platform|local|config|tests|bench|scripts)/' },
    },
    {
      name: 'phones-carry-words-alone',
      comment:
        'The rules of all regions with their sources are several times as long as a page. A phone carries their ' +
        'words and the titles of the parameters; it asks the rules function for the rest (docs/decisions/0009).',
      severity: 'error',
      from: { path: '^src/' },
      to: {
        path: '^shared/rules/',
        pathNot: '^shared/rules/(region-words|invitation-life|parameters/definitions)\\.ts$',
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'pages-run-without-node',
      comment: 'The mini-program runtime has no Node modules: such an import only fails on the phone.',
      severity: 'error',
      from: { path: '^src/' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'nothing-stands-on-pages',
      comment:
        'A function that imports a page would carry React and the phone along; what both need is in shared.',
      severity: 'error',
      from: { path: '^(shared|cloudfunctions|platform|local)/' },
      to: { path: '^src/' },
    },
    {
      name: 'decisions-are-pure',
      comment:
        'decide.ts takes facts and gives a decision. With a store, a clock or a package in reach it could no ' +
        'longer be tested by tables and repeated from the record.',
      severity: 'error',
      from: { path: '^cloudfunctions/([^/]+)/decide[a-z-]*\\.ts$' },
      to: { pathNot: ['^shared/', '^cloudfunctions/$1/decide[a-z-]*\\.ts$'] },
    },
    {
      name: 'only-execute-waits',
      comment:
        'Waiting for something happens in execute.ts (and its parts, execute-….ts), and index.ts wires it. ' +
        'Another place that loads or commits is another order of events to think about.',
      severity: 'error',
      from: { path: '^cloudfunctions/', pathNot: '^cloudfunctions/[^/]+/(execute[^/]*|index)\\.ts$' },
      to: { path: '^platform/' },
    },
    {
      name: 'functions-stand-apart',
      comment: 'A function is deployed alone. What two of them need is a rule (shared) or a port (platform).',
      severity: 'error',
      from: { path: '^cloudfunctions/([^/]+)/' },
      to: { path: '^cloudfunctions/', pathNot: '^cloudfunctions/$1/' },
    },
    {
      name: 'platform-carries-functions',
      comment: 'Functions stand on the platform. Looking up from it would tie every function to one of them.',
      severity: 'error',
      from: { path: '^platform/' },
      to: { path: '^cloudfunctions/' },
    },
    {
      name: 'one-door-to-cloudbase',
      comment:
        'Only the platform speaks to the CloudBase SDK, so that transactions, retries and sealing of personal ' +
        'data are done in one place.',
      severity: 'error',
      from: { path: '^(shared|src|cloudfunctions)/' },
      to: { path: 'node_modules/@cloudbase/node-sdk/' },
    },
    {
      name: 'nothing-sees-local',
      comment:
        'local stands in for the outside world on one machine and is never deployed. Product code that knew ' +
        'it would behave differently in the demo and in the cloud.',
      severity: 'error',
      from: { path: '^(shared|src|config|cloudfunctions|platform)/' },
      to: { path: '^local/' },
    },
    {
      name: 'nothing-stands-on-tests',
      comment: 'Tests look at the product, never the other way round.',
      severity: 'error',
      from: { path: '^(shared|src|config|cloudfunctions|platform|local)/' },
      to: { path: '^(tests|bench)/' },
    },
    {
      name: 'no-development-package-ships',
      comment:
        'A package of the tool chain in shipped code means that a deployment breaks or carries the tool.',
      severity: 'error',
      from: { path: '^(shared|src|cloudfunctions|platform|local)/' },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'every-package-is-listed',
      comment:
        'A package that is only there because another one brings it disappears with the next update of that one.',
      severity: 'error',
      from: { path: '^(shared|src|config|cloudfunctions|platform|local|tests|bench|scripts)/' },
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    },
    {
      name: 'no-circle',
      comment:
        'In a circle nothing can be understood, tested or moved alone. A type that is only named makes none: ' +
        'it is gone when the program runs.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'no-dangling-import',
      comment: 'An import that leads nowhere is a misspelt path or a package that is not in package.json.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    exclude: { path: '^(dist|\\.cache|\\.data)/|\\.(s?css|png|svg)$' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.mjs', '.cjs', '.js', '.json', '.d.ts'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      mainFields: ['module', 'main', 'types'],
    },
  },
}
