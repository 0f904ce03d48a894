import type { SameKeys } from './same-keys.ts';
import type { versusNl } from './versus.nl.ts';

export const versusEn: SameKeys<typeof versusNl> = {
  title: 'Two side by side',
  open: 'Compare scenarios',
  openHelp: 'Put now and this scenario, or two scenarios, beside each other.',
  close: 'Back to the scenario',
  left: 'Left',
  right: 'Right',
  now: 'Now',
  swap: 'Swap left and right',
  swapped: 'Swapped: left {{left}}, right {{right}}.',
  kind: 'View',
  kinds: {
    swipe: 'Swipe map',
    beside: 'Side by side',
    difference: 'Difference map',
    table: 'Figures',
    edits: 'Changes',
  },
  shown: '{{kind}}: left {{left}}, right {{right}}.',
  choose: 'Choose a scenario on the left or the right. Comparing now with now shows nothing.',
  same: 'Left and right are the same. Choose something else on one of the sides.',
  measuredOn: 'Both computed for {{scope}}, by {{level}}, {{year}}.',
  brought: {
    release:
      'The two scenarios were made on different releases, with the same areas. Here both are computed on the figures of “{{right}}”; “{{left}}” itself is unchanged.',
    scope:
      'The two scenarios look at different areas. Here both are computed for the area in view of “{{right}}”; so “{{left}}” itself has other figures.',
  },
  refusedTitle: 'These two cannot be compared',
  refused: {
    region: 'They belong to different regions ({{left}} and {{right}}).',
    level: 'They count with another level of areas ({{left}} and {{right}}).',
    vintage: 'They count with boundaries of another year ({{left}} and {{right}}).',
    areasHash: 'They count with other boundaries: the same code is not surely the same area.',
    indicator: 'They count with another figure ({{left}} and {{right}}).',
    year: 'They count with the numbers of another year ({{left}} and {{right}}).',
  },
  refusedWay:
    'Changes made for the one set of numbers say nothing about the other. Choose a scenario on the same ground on one of the sides, or compare each with now.',
  divider: 'Divider between left and right',
  dividerAt: '{{left}} up to {{percent}} percent, to the right of it {{right}}',
  dividerHelp:
    'Drag the divider, or put the focus on it: arrows move one percent, Page Up and Page Down ten, Home and End to the edge.',
  mapHelp: 'Arrows go to the neighbouring area, Enter shows the figures of both sides, plus and minus zoom.',
  mapOf: 'Map of {{side}}',
  bothMaps: 'Maps of {{left}} and {{right}}',
  differenceMap: 'Map of the difference: {{right}} minus {{left}}',
  differenceTitle: 'difference in {{indicator}}: {{right}} minus {{left}}',
  noDifference: 'No area differs between left and right.',
  areaSide: '{{side}}: {{figure}} ({{social}} of {{total}})',
  areaNo: '{{side}}: no figure',
  areaChange: 'difference {{change}}',
  areaAloud: '{{name}}: {{left}}; {{right}}; {{change}}; arrows for neighbours',
  areaFigures: 'Figures of the chosen area',
  unpin: 'Close the figures of the area',
  missing: 'On the left or the right stands a scenario that is not in this browser.',
};
