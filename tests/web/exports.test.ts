import { describe, expect, it } from 'vitest';
import { type ExportChoice, exportAddress, exportCommand } from '../../web/publication/commands.ts';
import { fileNameOf } from '../../web/scenario/file.ts';

const choice: ExportChoice = {
  layer: 'areas',
  region: 'demo',
  release: 'abc',
  level: 'sector',
  indicators: ['social_share', 'child_poverty'],
  year: 2023,
  scope: { level: 'municipality', code: '44021' },
  format: 'csv',
};

describe('An export', () => {
  it('has an address as the API documents it', () => {
    const url = new URL(exportAddress(choice), 'http://localhost');
    expect(url.pathname).toBe('/api/v1/exports/areas.csv');
    expect(Object.fromEntries(url.searchParams)).toEqual({
      release: 'abc',
      region: 'demo',
      level: 'sector',
      indicators: 'social_share,child_poverty',
      year: '2023',
      scope: 'municipality:44021',
    });
  });

  it('names the areas of a selection, in the address and in the command', () => {
    const some = { ...choice, scope: null, areas: ['44021A00-', '44021B00-'] };
    const url = new URL(exportAddress(some), 'http://localhost');
    expect(url.searchParams.getAll('area')).toEqual(['44021A00-', '44021B00-']);
    expect(exportCommand(some)).toContain(' --areas 44021A00-,44021B00- ');
  });

  it('repeats the functions of facilities', () => {
    const address = exportAddress({
      ...choice,
      layer: 'facilities',
      functions: ['play', 'green'],
      format: 'geojson',
    });
    expect(new URL(address, 'http://localhost').searchParams.getAll('function')).toEqual(['play', 'green']);
  });

  it('has a command that a shell takes as it stands', () => {
    const scope = { level: 'neighbourhood' as const, code: "'t Eilandje (noord)" };
    expect(exportCommand({ ...choice, scope })).toBe(
      "npm run -s cli -- export areas --region demo --level sector --indicators social_share,child_poverty --year 2023 --scope 'neighbourhood:'\\''t Eilandje (noord)' --release abc --format csv",
    );
  });

  it('of a scenario has a name that every system accepts', () => {
    expect(fileNameOf('Méér / minder: plan B?')).toBe('meer-minder-plan-b.scenario.json');
    expect(fileNameOf('///')).toBe('scenario.scenario.json');
  });
});
