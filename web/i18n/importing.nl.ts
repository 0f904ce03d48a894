/** Texts of bringing a file in through the page. */
export const importingNl = {
  title: 'Een wandelnetwerk, plekken of woningen invoeren',
  intro:
    'Het bestand komt bij {{region}}. Het wordt nagekeken en dan in zijn geheel aanvaard of geweigerd; wat er was blijft als oudere versie bestaan.',
  kind: 'Wat u invoert',
  kinds: { network: 'Wandelnetwerk', facilities: 'Plekken', homes: 'Woningen' },
  kindHelp: {
    network:
      'OpenStreetMap (.osm, .osm.pbf): straten en paden om te stappen. Of GeoJSON-lijnen met fromNode, toNode, lengthM en kind.',
    facilities:
      'OpenStreetMap (.osm, .osm.pbf), of een lijst: GeoJSON, gezipte shapefile, CSV of XLSX. Uw verbeteringen blijven gelden.',
    homes:
      'Waar mensen wonen, zodat kinderen aan hun huis tellen en niet over heel hun gebied. OpenStreetMap (.osm, .osm.pbf): adressen, woongebouwen en woongrond. Of een lijst van één daarvan, of een bevolkingsraster.',
  },
  choose: 'Kies een bestand …',
  noFile: 'nog geen bestand gekozen',
  file: '{{name}} ({{kilobytes}} kB)',
  functions: 'Waarvoor de plekken zijn, als de lijst het niet zegt',
  basis: 'Wat in de lijst staat',
  bases: {
    addresses: 'adressen',
    buildings: 'woongebouwen',
    'population-grid': 'bevolkingsraster',
    'residential-land': 'woongrond',
  },
  columns: 'Kolommen van de lijst (leeg: zoals ze heten of in de geometrie staan)',
  column: {
    key: 'Nummer of code',
    name: 'Naam',
    functions: 'Functie',
    area: 'Oppervlakte (m²)',
    weight: 'Aantal of vloeroppervlakte',
    lat: 'Breedte',
    lon: 'Lengte',
  },
  synthetic: 'Dit bestand is verzonnen, net als dit voorbeeldgebied',
  syntheticHelp:
    '{{region}} bestaat niet. Echte bestanden horen in een gebied van hun eigen; dat begint met de grenzen, op de opdrachtregel hieronder.',
  start: 'Voer in',
  cancel: 'Stop',
  sending: 'Verstuurt {{name}} …',
  stage: {
    reading: 'Leest {{name}} …',
    readingCount: 'Leest {{name}} … {{done}} gelezen',
    checking: 'Controleert de plekken van {{name}} … {{done}} gecontroleerd',
    ordering: 'Ordent de straten …',
    accepting: 'Legt de nieuwe versie vast …',
  },
  cancelled: 'Het invoeren is gestopt. Er is niets gewijzigd.',
  refused: 'Niet ingevoerd. Alles blijft zoals het was.',
  done: '{{name}} is ingevoerd: {{rows}} rijen. Deze pagina toont de nieuwe versie.',
  unchanged: '{{name}} stond er al, precies zo. Er is niets gewijzigd.',
  findings_one: '{{count}} opmerking bij het nakijken',
  findings_other: '{{count}} opmerkingen bij het nakijken',
  severity: { error: 'fout', warning: 'let op', repaired: 'hersteld', note: 'opmerking' },
  readOnly:
    'Invoeren kan alleen wie hier mag schrijven: op de computer zelf waar Buurtbalans draait, of op de opdrachtregel.',
};
