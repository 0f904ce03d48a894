import type { FastifyInstance } from 'fastify';
import type { ScenarioDocument } from '../../core/scenario/document.ts';
import { addDwellings, newScenario } from '../../core/scenario/edits.ts';
import { getJson } from './app.ts';

/**
 * A scenario on the test region's sectors: 30 social dwellings in S09 and 20 in S04, with 10 others in S04.
 * After it S09 has 30/130, S04 20/80 and the whole 150 of 910.
 */
export async function testScenario(
  app: FastifyInstance,
  release: string,
  baseline: Partial<ScenarioDocument['baseline']> = {},
): Promise<ScenarioDocument> {
  const { hash } = await getJson<{ hash: string }>(app, '/api/v1/areas/columns?level=sector');
  return scenarioOn(release, hash, baseline);
}

/** The same, by the hash of the sectors. */
export function scenarioOn(
  release: string,
  areasHash: string,
  baseline: Partial<ScenarioDocument['baseline']> = {},
): ScenarioDocument {
  const scenario = newScenario({
    id: 'test-scenario',
    title: 'Spreiding, één',
    now: '2026-11-23T12:00:00Z',
    baseline: {
      region: 'test',
      release,
      areasHash,
      level: 'sector',
      vintage: 2024,
      indicator: 'social_share',
      year: 2023,
      scope: null,
      ...baseline,
    },
  });
  scenario.edits = [
    addDwellings({ id: 'a', areas: ['S09'], socialPerArea: 30 }),
    addDwellings({ id: 'b', areas: ['S04'], socialPerArea: 20, otherPerArea: 10 }),
  ];
  return scenario;
}
