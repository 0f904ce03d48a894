import { ProblemError } from '../../../core/problem.ts';
import { inThisThread } from '../../../server/computation/in-this-thread.ts';
import { measureSupply } from '../../../server/releases/access/supply.ts';
import { loadAreas } from '../../../server/releases/areas.ts';
import { requestedRelease } from '../../../server/releases/catalogue.ts';
import { supplyAsked } from '../../../server/routes/api/v1/access/supply-parameters.ts';
import { supplyView } from '../../../server/routes/api/v1/access/supply-view.ts';
import { withDatabase } from '../session.ts';
import type { AccessOptions } from './asked.ts';
import { writeTold } from './told.ts';

/** What the children of a region can reach of the supply of places: the answer of the API, or its areas as CSV. Errors as `measureSupply`. */
export async function tellSupply(options: AccessOptions): Promise<void> {
  const { release: hash, supply, decay, mostPerHead, choosing, detour } = options;
  for (const name of ['norm', 'minArea'] as const)
    if (options[name] !== undefined)
      throw new ProblemError(
        'bad-parameter',
        `--supply is no measure of a norm: leave out what is asked of ${name}.`,
        { parameter: name },
      );
  const [withinM, ...others] = options.within ?? [];
  if (others.length > 0)
    throw new ProblemError('bad-parameter', 'A region is told for one distance at a time.', {});
  await withDatabase(async database => {
    const release = await requestedRelease(database, hash);
    const question = supplyAsked(release, {
      ...(options.region === undefined ? {} : { region: options.region }),
      ...(options.level === undefined ? {} : { level: options.level }),
      ...(options.scope === undefined ? {} : { scope: options.scope }),
      ...(options.function === undefined ? {} : { function: options.function }),
      ...(options.ages === undefined ? {} : { ages: options.ages }),
      ...(withinM === undefined ? {} : { withinM }),
      ...(mostPerHead === undefined ? {} : { mostPerChild: mostPerHead }),
      kind: supply === 'area' ? 'areaM2' : supply!,
      ...{ decay, choosing: choosing ?? false, detour },
    });
    const answer = await measureSupply({ database, computation: inThisThread }, release, question);
    const { codes } = (await loadAreas(database, answer.item)).table;
    const view = supplyView(release, question, answer, codes);
    await writeTold(options, view, () => rowsOf(view.columns));
  });
}

const rowsOf = ({ code, children, supply, per_child }: ReturnType<typeof supplyView>['columns']) =>
  code.map((each, k) => ({
    code: each,
    children: children[k],
    supply: supply[k],
    per_child: per_child[k],
  }));
