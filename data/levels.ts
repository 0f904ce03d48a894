import type { Texts } from '../core/areas/indicator.ts';
import type { AreaLevel } from '../core/areas/types.ts';

/** How a level is called, one and many, and which coarser level its `--parent` codes mean by default. */
export type Level = { id: AreaLevel; title: Texts; plural: Texts; defaultParent: AreaLevel | null };

export const levels: readonly Level[] = [
  {
    id: 'region',
    title: { nl: 'gewest', en: 'region', fr: 'région' },
    plural: { nl: 'gewesten', en: 'regions', fr: 'régions' },
    defaultParent: null,
  },
  {
    id: 'province',
    title: { nl: 'provincie', en: 'province', fr: 'province' },
    plural: { nl: 'provincies', en: 'provinces', fr: 'provinces' },
    defaultParent: 'region',
  },
  {
    id: 'municipality',
    title: { nl: 'gemeente', en: 'municipality', fr: 'commune' },
    plural: { nl: 'gemeenten', en: 'municipalities', fr: 'communes' },
    defaultParent: 'province',
  },
  {
    id: 'submunicipality',
    title: { nl: 'deelgemeente', en: 'submunicipality', fr: 'section de commune' },
    plural: { nl: 'deelgemeenten', en: 'submunicipalities', fr: 'sections de commune' },
    defaultParent: 'municipality',
  },
  {
    id: 'neighbourhood',
    title: { nl: 'wijk', en: 'neighbourhood', fr: 'quartier' },
    plural: { nl: 'wijken', en: 'neighbourhoods', fr: 'quartiers' },
    defaultParent: 'municipality',
  },
  {
    id: 'sector',
    title: { nl: 'statistische sector', en: 'statistical sector', fr: 'secteur statistique' },
    plural: { nl: 'statistische sectoren', en: 'statistical sectors', fr: 'secteurs statistiques' },
    defaultParent: 'municipality',
  },
  {
    id: 'grid',
    title: { nl: 'rastercel', en: 'grid cell', fr: 'maille' },
    plural: { nl: 'rastercellen', en: 'grid cells', fr: 'mailles' },
    defaultParent: null,
  },
];
