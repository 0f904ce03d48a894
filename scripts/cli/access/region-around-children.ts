import { ProblemError } from '../../../core/problem.ts';
import { inThisThread } from '../../../server/computation/in-this-thread.ts';
import { measureFamilies } from '../../../server/releases/access/families.ts';
import { measureVariety } from '../../../server/releases/access/variety.ts';
import { loadAreas } from '../../../server/releases/areas.ts';
import { requestedRelease } from '../../../server/releases/catalogue.ts';
import {
  type AroundChildrenAsked,
  familiesAsked,
  varietyAsked,
} from '../../../server/routes/api/v1/access/around-children-schema.ts';
import { familiesView, varietyView } from '../../../server/routes/api/v1/access/around-children-view.ts';
import { withDatabase } from '../session.ts';
import type { AccessOptions } from './asked.ts';
import { writeTold } from './told.ts';

/** How many functions the children of a region have near: the answer of the API, or its areas as CSV. Errors as `measureVariety`. */
export async function tellVariety(options: AccessOptions): Promise<void> {
  const asked = {
    ...askedOf(options, '--variety'),
    ...(options.ages === undefined ? {} : { ages: options.ages }),
  };
  await withDatabase(async database => {
    const release = await requestedRelease(database, options.release);
    const question = varietyAsked(release, {
      ...asked,
      ...(options.function === undefined ? {} : { function: options.function.split(',') }),
    });
    const answer = await measureVariety({ database, computation: inThisThread }, release, question);
    const { codes } = (await loadAreas(database, answer.item)).table;
    const view = varietyView(release, question, answer, codes);
    const { code, children, mean } = view.columns;
    await writeTold(options, view, () =>
      code.map((each, k) => ({ code: each, children: children[k], functions_mean: mean[k] })),
    );
  });
}

/** Births of a region within reach of family centres: the answer of the API, or its areas as CSV. Errors as `measureFamilies`. */
export async function tellFamilies(options: AccessOptions): Promise<void> {
  const asked = askedOf(options, '--families');
  if (options.ages !== undefined)
    throw new ProblemError('bad-parameter', '--families counts births; leave --ages out.', {
      parameter: 'ages',
    });
  await withDatabase(async database => {
    const release = await requestedRelease(database, options.release);
    const question = familiesAsked(release, {
      ...asked,
      ...(options.function === undefined ? {} : { function: options.function }),
    });
    const answer = await measureFamilies({ database, computation: inThisThread }, release, question);
    const { codes } = (await loadAreas(database, answer.item)).table;
    const view = familiesView(release, question, answer, codes);
    const { code, index: _index, ...columns } = view.columns;
    await writeTold(options, view, () =>
      code.map((each, k) => ({
        code: each,
        ...Object.fromEntries(Object.entries(columns).map(([name, cells]) => [name, cells[k]])),
      })),
    );
  });
}

function askedOf(options: AccessOptions, measure: string): AroundChildrenAsked {
  for (const name of ['norm', 'minArea', 'supply'] as const)
    if (options[name] !== undefined)
      throw new ProblemError('bad-parameter', `${measure} does not ask for ${name}; leave it out.`, {
        parameter: name,
      });
  const [withinM, ...others] = options.within ?? [];
  if (others.length > 0)
    throw new ProblemError('bad-parameter', 'A region is told for one distance at a time.', {});
  return {
    ...(options.region === undefined ? {} : { region: options.region }),
    ...(options.level === undefined ? {} : { level: options.level }),
    ...(options.scope === undefined ? {} : { scope: options.scope }),
    ...(withinM === undefined ? {} : { withinM }),
    detour: options.detour,
  };
}
