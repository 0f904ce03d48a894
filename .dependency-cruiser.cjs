/** The import rules of the house: web → core, server → core, scripts → server and core. */
module.exports = {
  forbidden: [
    { name: 'no-circular', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'core-is-pure',
      comment: 'core runs unchanged in the server, the browser worker and the command line',
      severity: 'error',
      from: { path: '^core/' },
      to: { path: '^(server|web|scripts|data|tests)/' },
    },
    {
      name: 'core-has-no-platform',
      severity: 'error',
      from: { path: '^core/' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'web-never-imports-server',
      severity: 'error',
      from: { path: '^web/' },
      to: { path: '^(server|scripts|tests)/' },
    },
    {
      name: 'no-solver-in-the-browser',
      comment: 'the content security policy of the browser runs no WebAssembly',
      severity: 'error',
      from: { path: '^web/' },
      to: { path: '^core/solver/highs', reachable: true },
    },
    {
      name: 'server-never-imports-web',
      severity: 'error',
      from: { path: '^server/' },
      to: { path: '^(web|scripts|tests)/' },
    },
    {
      name: 'product-never-imports-tests',
      severity: 'error',
      from: { path: '^(core|server|web|scripts|data)/', pathNot: '^scripts/(test|bench)' },
      to: { path: '^tests/' },
    },
    {
      name: 'not-unresolvable',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '\\?(worker|url|raw)$|^(geojson|topojson-specification)$' },
    },
  ],
  options: {
    // dependency-cruiser cannot use TypeScript 7, which has no compiler API.
    parser: 'swc',
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^dist/' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.cjs', '.json', '.css'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
    },
  },
};
