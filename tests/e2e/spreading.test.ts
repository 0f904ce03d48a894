import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ScenarioDocument } from '../../core/scenario/document.ts';
import { chromiumPath } from './browser.ts';
import { expectOwnOrigin, startWalk, type Walk } from './walk.ts';

/** Looking for the best places, taking the plan over, changing it by hand and looking again around what is locked. */
describe.skipIf(chromiumPath() === '')('looking for a plan', () => {
  let walk: Walk;

  const panel = () => walk.page.getByTestId('spread-panel');
  const fill = async (label: string, value: string) => {
    const field = panel().getByRole('textbox', { name: label });
    await field.fill(value);
    await field.press('Tab');
  };
  const choose = async (label: string, option: string | RegExp) => {
    await panel()
      .getByRole('button', { name: new RegExp(label) })
      .click();
    await walk.page.getByRole('option', { name: option }).first().click();
  };
  const rows = () => walk.page.locator('.edit');
  const download = async (): Promise<ScenarioDocument> => {
    const { page } = walk;
    await page.getByRole('button', { name: 'Meer', exact: true }).click();
    const downloading = page.waitForEvent('download');
    await page.getByRole('menuitem', { name: 'Downloaden als bestand' }).click();
    return JSON.parse(await readFile(await (await downloading).path(), 'utf8')) as ScenarioDocument;
  };
  const planned = async () => {
    const { edits } = await download();
    return edits.flatMap(edit =>
      edit.kind === 'build' && edit.place.kind === 'areas'
        ? [{ area: edit.place.areas[0]!, dwellings: edit.social.unspecified ?? 0, note: edit.note }]
        : [],
    );
  };
  const total = (plan: { dwellings: number }[]) => plan.reduce((sum, { dwellings }) => sum + dwellings, 0);

  beforeAll(async () => {
    walk = await startWalk();
    await walk.page.goto(`${walk.address}/?place=scenario&scope=municipality:90001`);
    await walk.page.getByRole('button', { name: 'Nieuw scenario' }).first().click();
    await panel().getByText('Plan zoeken').click();
  }, 180_000);
  afterAll(() => walk?.end());

  it('finds a proven plan within the limits, with plain plans and prices beside it', async () => {
    await fill('Nieuwe sociale woningen', '60');
    await fill('Hoogstens per gebied', '5');
    await panel().getByRole('button', { name: 'Zoek plan' }).click();
    await expect.poll(() => panel().getByTestId('plan-proof').textContent()).toMatch(/^Bewezen/);
    expect(await panel().getByTestId('plan-value').textContent()).toMatch(
      /van 0,\d+ naar 0,\d+ .*60 woningen in \d+ gebieden/,
    );
    const beside = panel().getByRole('table', { name: 'Ter vergelijking' });
    await beside.waitFor();
    const value = async (name: string) =>
      Number((await beside.getByRole('row', { name }).getByRole('cell').textContent())!.replace(',', '.'));
    for (const plain of ['evenredig met de huishoudens', 'de ruimste gebieden eerst'])
      expect(await value(plain)).toBeGreaterThanOrEqual(await value('dit plan'));
    await expect
      .poll(() =>
        panel()
          .getByText(/Met 20 woningen meer plaats/)
          .count(),
      )
      .toBeGreaterThan(0);
    await walk.picture('spreiden-1-gevonden');
    expect(await walk.accessibility()).toEqual([]);
  });

  it('keeps a number of projects and a budget on the server, with the gap, the cost and what is proven', async () => {
    const { page } = walk;
    await panel().getByText('Meer grenzen en kosten').click();
    await panel().getByText('Hoogstens zoveel projecten').click();
    await fill('Hoogstens zoveel projecten', '15');
    await panel().getByText('Budget (euro)', { exact: true }).click();
    // Everything that is told on the way, as a search may be over before anybody looks.
    const told = await page.evaluateHandle(() => {
      const texts: string[] = [];
      new MutationObserver(() => {
        for (const one of document.querySelectorAll('[data-testid="spread-panel"] [role="status"]'))
          texts.push(one.textContent ?? '');
      }).observe(document.body, { childList: true, subtree: true, characterData: true });
      return texts;
    });
    await panel().getByRole('button', { name: 'Zoek opnieuw' }).click();
    await expect
      .poll(() => panel().getByTestId('plan-cost').textContent(), { timeout: 60_000 })
      .toMatch(/^Kost €.15.000.000 in 1[2-5] projecten/);
    await panel().getByRole('table', { name: 'Ter vergelijking' }).waitFor();
    expect((await told.jsonValue()).some(text => text.startsWith('De server zoekt'))).toBe(true);
    await walk.picture('spreiden-6-budget');
    expect(await walk.accessibility()).toEqual([]);
    // What the server cannot be asked is said, and the form stays.
    await page.context().setOffline(true);
    await panel().getByRole('button', { name: 'Zoek opnieuw' }).click();
    await panel().getByText('Dit heeft de server nodig.').waitFor();
    await page.context().setOffline(false);
    await panel().getByText('Hoogstens zoveel projecten').first().click();
    await panel().getByText('Budget (euro)', { exact: true }).first().click();
    await panel().getByText('Meer grenzen en kosten').click();
    await panel().getByRole('button', { name: 'Zoek opnieuw' }).click();
    await expect.poll(() => panel().getByTestId('plan-proof').textContent()).toMatch(/^Bewezen: geen/);
    await panel().getByRole('table', { name: 'Ter vergelijking' }).waitFor();
  });

  it('builds on the sites of a file, in the years they are free, and refuses a file with a fault whole', async () => {
    const columns = await fetch(`${walk.address}/api/v1/areas/columns?level=sector`);
    const { codes } = (await columns.json()) as { codes: string[] };
    const [one, other] = codes.filter(code => code.startsWith('90001'));
    const give = (text: string) =>
      panel()
        .getByTestId('sites-file')
        .setInputFiles({ name: 'plekken.csv', mimeType: 'text/csv', buffer: Buffer.from(text) });
    await panel().getByText('Meer grenzen en kosten').click();
    const sites = panel().getByTestId('spread-sites');
    await give(`site,area,most,from\nmeent,${one},veel,1\n`);
    await sites.getByRole('alert').waitFor();
    await sites.getByText('In elk gebied').waitFor();
    await give(`site,area,most,from\nmeent,${one},40,1\nkaai,${other},45,2\n`);
    await sites.getByText('Op 2 bouwplekken, in 2 gebieden, met plaats voor 85 woningen.').waitFor();
    await panel().getByText('Woningen per jaar, hoogstens', { exact: true }).first().click();
    await panel().getByText('Hoogstens per gebied', { exact: true }).first().click();
    await fill('Woningen per jaar, hoogstens', '30');
    await fill('Aantal jaren', '2');
    await panel().getByRole('button', { name: 'Zoek opnieuw' }).click();
    // Thirty in each of two years, of which the second site is free in the last: 30 and 30, or more on the first.
    await expect
      .poll(() => panel().getByTestId('plan-sites').textContent(), { timeout: 60_000 })
      .toMatch(/meent .*: \d+ woningen/);
    await expect
      .poll(() => panel().getByTestId('plan-value').textContent())
      .toContain('60 woningen in 2 gebieden');
    await panel().getByText('Jaar 2: 30').waitFor();
    await sites.scrollIntoViewIfNeeded();
    await walk.picture('spreiden-9-bouwplekken');
    expect(await walk.accessibility()).toEqual([]);
    const sizes = panel().getByTestId('bedroom-mix');
    await sizes.locator('summary').click();
    await fill('3 slaapkamers (%)', '40');
    await sizes.getByText('60 % heeft nog geen grootte.').waitFor();
    await sizes.scrollIntoViewIfNeeded();
    await walk.picture('spreiden-10-slaapkamers');
    expect(await walk.accessibility()).toEqual([]);
    await fill('3 slaapkamers (%)', '0');
    await sizes.locator('summary').click();
    await sites.getByRole('button', { name: 'Weer elk gebied' }).click();
    await panel().getByText('Woningen per jaar, hoogstens', { exact: true }).first().click();
    await panel().getByText('Hoogstens per gebied', { exact: true }).first().click();
    await fill('Hoogstens per gebied', '5');
    await panel().getByText('Meer grenzen en kosten').click();
    await panel().getByRole('button', { name: 'Zoek opnieuw' }).click();
    await expect.poll(() => panel().getByTestId('plan-proof').textContent()).toMatch(/^Bewezen: geen/);
    await panel().getByRole('table', { name: 'Ter vergelijking' }).waitFor();
  });

  it('is taken over as ordinary changes with their reasons, one step', async () => {
    const { page } = walk;
    await panel().getByRole('button', { name: 'Neem dit plan over' }).click();
    await expect.poll(() => page.getByTestId('live-panel').textContent()).toContain('+60');
    const plan = await planned();
    expect(total(plan)).toBe(60);
    expect(Math.max(...plan.map(({ dwellings }) => dwellings))).toBeLessThanOrEqual(5);
    expect(
      plan.every(({ note }) => /dalen; (een volgende doet elders meer|meer mag hier niet)/.test(note)),
    ).toBe(true);
    const count = await rows().count();
    expect(count).toBe(plan.length);
    await page.getByRole('button', { name: /^Ongedaan maken/ }).click();
    await expect.poll(() => rows().count()).toBe(0);
    await page.getByRole('button', { name: /^Opnieuw/ }).click();
    await expect.poll(() => rows().count()).toBe(count);
  });

  it('keeps a locked area as it is when it looks again', async () => {
    const { page } = walk;
    const before = await planned();
    const kept = before[0]!;
    // The first row is the area with most dwellings.
    await rows()
      .first()
      .getByRole('button', { name: /^Volgorde, vorm en kopie/ })
      .click();
    await page.getByRole('menuitem', { name: /^Zet .* vast/ }).click();
    await expect.poll(() => panel().getByText('Het scenario is sindsdien veranderd').count()).toBe(1);
    await fill('Nieuwe sociale woningen', '90');
    await panel().getByRole('button', { name: 'Zoek opnieuw' }).click();
    await expect
      .poll(() => panel().textContent())
      .toContain(`${kept.dwellings} woningen van het vorige plan blijven`);
    await panel().getByRole('button', { name: 'Neem dit plan over' }).click();
    await expect.poll(() => page.getByTestId('live-panel').textContent()).toContain('+90');
    const again = await planned();
    expect(total(again)).toBe(90);
    expect(again.filter(({ area }) => area === kept.area)).toEqual([kept]);
    // What the lock keeps is no problem of the scenario.
    expect(await page.getByTestId('problems').count()).toBe(0);
  });

  it('shows plans between spreading and child poverty, and takes one over by keyboard', async () => {
    const { page } = walk;
    const points = panel()
      .getByTestId('frontier')
      .getByRole('button', { name: /^Plan \d+:/ });
    await panel().getByRole('button', { name: 'Zoek opnieuw' }).click();
    await points.first().waitFor();
    expect(await points.count()).toBeGreaterThan(1);
    await points.first().focus();
    await page.keyboard.press('End');
    const chosen = await page.evaluate(() => document.activeElement?.getAttribute('aria-label'));
    await page.keyboard.press('Enter');
    await expect.poll(() => page.getByTestId('live-panel').textContent()).toContain('+90');
    const poverty = /kansarmoede-index ([\d,]+)/.exec(chosen ?? '')![1]!;
    // The panel measures the whole scenario, the locked area included; the point the new dwellings alone.
    expect(Number(poverty.replace(',', '.'))).toBeGreaterThan(0);
    await panel().getByTestId('frontier').scrollIntoViewIfNeeded();
    await walk.picture('spreiden-2-grens');
    expect(await walk.accessibility()).toEqual([]);
  });

  it('takes the best number of a range by two indices, and says what the municipality gets within its number', async () => {
    await choose('Met daarnaast', /isolatie/i);
    await panel().getByText('Of tot hoogstens').click();
    await fill('Of tot hoogstens', '120');
    await panel().getByText('Per gemeente').click();
    const most = panel()
      .getByTestId('municipal-quotas')
      .getByRole('textbox', { name: /^Hoogstens in/ });
    await most.fill('95');
    await most.press('Tab');
    await choose('Afwegen tegen', 'Afstand tot een speelplek');
    await panel().getByRole('button', { name: 'Zoek opnieuw' }).click();
    await panel()
      .getByRole('region', { name: /tegenover meters tot een speelplek/ })
      .waitFor();
    const parts = panel().getByTestId('municipal-parts');
    const placed = Number((await parts.getByRole('cell').first().textContent())!);
    expect(placed).toBeGreaterThanOrEqual(90);
    expect(placed).toBeLessThanOrEqual(95);
    const told = (await panel().getByTestId('plan-value').textContent())!;
    expect(told).toMatch(/daarna .*isolatie/i);
    // What the municipality gets is the whole plan, of which the locked area has a part already.
    const [, whole, newly, stay] = /(\d+) woningen in het plan: (\d+) woningen in .*; (\d+) woning/.exec(
      told,
    )!;
    expect(Number(whole)).toBe(placed);
    expect(Number(newly) + Number(stay)).toBe(placed);
    expect(await panel().getByTestId('plan-proof').textContent()).toMatch(/^Bewezen/);
    await parts.scrollIntoViewIfNeeded();
    await walk.picture('spreiden-4-gemeente');
    expect(await walk.accessibility()).toEqual([]);
  });

  it('spreads in space on the server, with its bound and Moran’s I beside it', async () => {
    await choose('Wat moet dalen', 'Dissimilariteit met de buurgebieden mee');
    // What does not go with it is not asked.
    await expect.poll(() => panel().getByText('Of tot hoogstens').count()).toBe(0);
    await panel().getByRole('button', { name: 'Zoek opnieuw' }).click();
    const value = panel().getByTestId('plan-value');
    await expect
      .poll(() => value.textContent())
      .toMatch(/^Dissimilariteit met de buurgebieden mee van 0,\d+ naar/);
    expect(await panel().getByTestId('plan-proof').textContent()).toMatch(/geen enkel plan/i);
    await panel()
      .getByText(/^Moran I: -?[−\d,]+ → /)
      .waitFor();
    await panel().getByRole('table', { name: 'Ter vergelijking' }).waitFor();
    await value.scrollIntoViewIfNeeded();
    await walk.picture('spreiden-7-ruimte');
    await choose('Wat moet dalen', /Hutchens/);
    // The first of two may give some, so that the second falls further.
    await choose('Met daarnaast', /^Isolatie/);
    await panel()
      .getByText(/^Hoeveel .* mag inleveren/)
      .click();
    await panel().getByRole('button', { name: 'Zoek opnieuw' }).click();
    await expect
      .poll(() => panel().getByTestId('plan-within').textContent())
      .toMatch(/wordt 0,\d+; de laagste is 0,\d+, en tot 0,\d+ mag/);
    await panel().getByRole('table', { name: 'Ter vergelijking' }).waitFor();
    await value.scrollIntoViewIfNeeded();
    await walk.picture('spreiden-8-inleveren');
    expect(await walk.accessibility()).toEqual([]);
    await choose('Met daarnaast', 'niets anders');
  });

  it('moves existing dwellings, as changes that move, and undoes that in one step', async () => {
    const { page } = walk;
    const before = await rows().count();
    await choose('Wat het plan doet', 'Sociale woningen verplaatsen');
    await fill('Hoogstens zoveel woningen verplaatsen', '10');
    await panel().getByRole('button', { name: 'Zoek opnieuw' }).click();
    await expect.poll(() => panel().getByTestId('plan-value').textContent()).toMatch(/verhuizen/);
    await panel().getByRole('button', { name: 'Neem dit plan over' }).click();
    const moved = async () => (await download()).edits.flatMap(edit => (edit.kind === 'move' ? [edit] : []));
    await expect
      .poll(async () => (await moved()).reduce((sum, { social }) => sum + (social.unspecified ?? 0), 0))
      .toBe(10);
    await panel().getByTestId('plan-value').scrollIntoViewIfNeeded();
    await walk.picture('spreiden-5-verplaatst');
    await page.getByRole('button', { name: /^Ongedaan maken/ }).click();
    await expect.poll(() => rows().count()).toBe(before);
    await choose('Wat het plan doet', 'Nieuwe sociale woningen bouwen');
  });

  it('says which limits do not go together, and nothing is lost', async () => {
    const before = await planned();
    await panel().getByTestId('municipal-quotas').locator('summary').click();
    await panel().getByRole('button', { name: 'Geen aantallen per gemeente' }).click();
    await fill('Nieuwe sociale woningen', '90000');
    await panel().getByRole('button', { name: 'Zoek opnieuw' }).click();
    await expect
      .poll(() => panel().getByRole('alert').textContent())
      .toMatch(/Deze grenzen gaan niet samen: .*nieuwe woningen, .*grens per gebied/);
    await walk.picture('spreiden-3-conflict');
    expect(await planned()).toEqual(before);
    // But the browser’s own about the network that was taken away.
    expect(walk.errors.filter(one => !one.includes('ERR_INTERNET_DISCONNECTED'))).toEqual([]);
    expectOwnOrigin(walk);
  });
});
