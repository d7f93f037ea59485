/**
 * Who may know whom. Knowledge flows down: services → capabilities → kernel; design knows the kernel only. Services
 * are strangers to each other and meet by name (facts, questions). There is no list of exceptions.
 * `npm run boundaries` runs it (tools/check-boundaries.ts makes sure that it really looked, and that capabilities do
 * not lean on each other in a circle); circles between files are the linter's affair (import/no-cycle).
 */
const TEST = '\\.test\\.ts$'
/** What only tests need lies beside them under these names. */
const TEST_SUPPORT = '/testing/|/testing\\.ts$|/(?:trial|invented)-[^/]+\\.ts$'
/** A capability's rooms that are nobody else's affair, and the one below its top that is open: a library of readers. */
const CLOSED_ROOM = '^src/capabilities/[^/]+/(?:store|actions|pages|routes|api|jobs|seed|tables)\\.ts$'
const BEHIND_THE_DOORS = '^src/capabilities/[^/]+/(?!reading/)[^/]+/'
const TESTS = `${TEST}|${TEST_SUPPORT}`

/** A rule of error severity: what `from` may not import. */
const never = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to })

module.exports = {
  forbidden: [
    never('kernel-knows-nobody', 'The kernel knows nothing of cities, looks or services.',
      { path: '^src/kernel/' }, { path: '^src/', pathNot: '^src/kernel/' }),
    never('design-knows-the-kernel-only', 'A page part shows what it is given.',
      { path: '^src/design/' }, { path: '^src/', pathNot: '^src/(?:design|kernel)/' }),
    never('capabilities-know-no-service', 'What many services need knows none of them.',
      { path: '^src/capabilities/', pathNot: TESTS }, { path: '^src/', pathNot: '^src/(?:capabilities|design|kernel)/' }),
    never('services-know-what-is-below', 'A service knows itself, capabilities, design and the kernel.',
      { path: '^src/services/', pathNot: TESTS }, { path: '^src/', pathNot: '^src/(?:services|capabilities|design|kernel)/' }),
    never('services-are-strangers', 'Services meet by facts and questions, never by import.',
      { path: '^src/services/([^/]+)/' }, { path: '^src/services/', pathNot: '^src/services/$1/' }),
    never('capabilities-have-front-doors', 'Whoever is outside a capability uses the files at its top.',
      { path: '^src/', pathNot: '^src/capabilities/' }, { path: BEHIND_THE_DOORS }),
    never('capabilities-have-front-doors-for-each-other', 'Capabilities use each other through front doors.',
      { path: '^src/capabilities/([^/]+)/' }, { path: BEHIND_THE_DOORS, pathNot: '^src/capabilities/$1/' }),
    never('closed-rooms-of-capabilities', 'SQL, pages and wiring of a capability are its own affair.',
      { path: '^src/', pathNot: '^src/(?:capabilities/|city\\.ts$)' }, { path: CLOSED_ROOM }),
    never('facts-are-read-for-evidence-only', 'The chain holds what services know of people; only the capability that shows evidence reads it, and masks it.',
      { path: '^src/', pathNot: '^src/capabilities/indicators/' }, { path: '^src/kernel/facts/reading\\.ts$' }),
    never('closed-rooms-for-each-other', 'The same between capabilities.',
      { path: '^src/capabilities/([^/]+)/' }, { path: CLOSED_ROOM, pathNot: '^src/capabilities/$1/' }),
    never('only-the-city-knows-its-parts', 'src/city.ts is the list; a line taken out takes the part out.',
      { pathNot: `^src/city\\.ts$|${TESTS}|^(?:tests|bench|tools)/` }, { path: '^src/(?:services|capabilities)/[^/]+/manifest\\.ts$' }),
    never('testing-is-for-tests', 'What tests need never runs in a city.',
      { pathNot: `${TESTS}|^(?:tests|bench|tools)/` }, { path: TEST_SUPPORT }),
    never('tests-are-imported-by-nobody', 'What a test has that others need stands beside it.', {}, { path: TEST }),
    never('the-program-knows-no-tools', 'Tools, tests and measurements look at the program, never the other way.',
      { path: '^src/', pathNot: TESTS }, { path: '^(?:tools|tests|bench)/' }),
    never('everything-is-found', 'An import that leads nowhere.', {}, { couldNotResolve: true }),
    never('run-time-needs-dependencies', 'What runs in a city is installed with it.',
      { path: '^src/', pathNot: TESTS }, { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'], dependencyTypesNot: ['type-only'] }),
  ],
  options: {
    parser: 'swc',
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'types', 'default'], extensions: ['.ts', '.js', '.json'] },
  },
}
