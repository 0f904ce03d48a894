import { SCENARIO_VERSION, ScenarioSchema } from './document.ts';

/** The scenario file as a JSON Schema (draft 2020-12), for programs that write such files. */
export function scenarioJsonSchema(): object {
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: `Buurtbalans scenario, version ${SCENARIO_VERSION}`,
    description:
      'Beyond this schema: edit ids differ, no area stands twice in an edit, and drawings close and do not cross themselves.',
    ...ScenarioSchema,
  };
}
