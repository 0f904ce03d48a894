import { describe, expect, it } from 'vitest';
import { epsgOfPrj } from '../../../server/readers/prj.ts';

/** The dialects as ArcGIS, QGIS and GDAL write them; codes from the EPSG registry. */
describe('the coordinate system of a .prj', () => {
  const esri = (name: string, more = '') =>
    `PROJCS["${name}",GEOGCS["GCS_X",DATUM["D_X",SPHEROID["S",6378137.0,298.25]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]]${more},UNIT["Meter",1.0]]`;

  it.each([
    ['Belge_Lambert_1972', 31370],
    ['Belge 1972 / Belgian Lambert 72', 31370],
    ['BD72 / Belgian Lambert 72', 31370],
    ['ETRS_1989_Belgian_Lambert_2008', 3812],
    ['ETRS89 / Belgian Lambert 2008', 3812],
    ['British_National_Grid', 27700],
    ['OSGB 1936 / British National Grid', 27700],
    ['RD_New', 28992],
    ['Amersfoort / RD New', 28992],
    ['RGF_1993_Lambert_93', 2154],
    ['RGF93 v1 / Lambert-93', 2154],
    ['WGS_1984_Web_Mercator_Auxiliary_Sphere', 3857],
    ['WGS 84 / Pseudo-Mercator', 3857],
    ['WGS_1984_UTM_Zone_31N', 32631],
    ['WGS 84 / UTM zone 5S', 32705],
    ['ETRS_1989_UTM_Zone_32N', 25832],
    ['ETRS89 / UTM zone 31N', 25831],
    ['ED_1950_UTM_Zone_31N', 23031],
    ['Belge_Lambert_1950', null],
    ['Local_Grid_Of_A_Builder', null],
  ])('%s is %s', (name, epsg) => {
    expect(epsgOfPrj(esri(name))).toBe(epsg);
  });

  it('is that of a geographic system by its name', () => {
    const datum =
      'DATUM["D_WGS_1984",SPHEROID["WGS_1984",6378137.0,298.257223563]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]';
    expect(epsgOfPrj(`GEOGCS["GCS_WGS_1984",${datum}]`)).toBe(4326);
    expect(epsgOfPrj(`GEOGCS["WGS 84",${datum},AUTHORITY["EPSG","4326"]]`)).toBe(4326);
  });

  it('is the authority of the whole, not of its geographic part', () => {
    const part = 'GEOGCS["Belge 1972",DATUM["x"],AUTHORITY["EPSG","4313"]]';
    expect(epsgOfPrj(`PROJCS["anything",${part},AUTHORITY["EPSG","31370"]]`)).toBe(31370);
    expect(epsgOfPrj(`PROJCS["anything",${part}]`)).toBeNull();
    expect(epsgOfPrj('PROJCRS["x",BASEGEOGCRS["y",ID["EPSG",4258]],CONVERSION["z"],ID["EPSG",3812]]')).toBe(
      3812,
    );
    expect(epsgOfPrj('PROJCS["x",AUTHORITY["ESRI","102100"]]')).toBe(3857);
  });

  it('is found by its parameters where the name is "unknown"', () => {
    const lambert = (falseEasting: number) =>
      esri(
        'unknown',
        `,PROJECTION["Lambert_Conformal_Conic"],PARAMETER["False_Easting",${falseEasting}],PARAMETER["Standard_Parallel_1",51.1666672333333],PARAMETER["Standard_Parallel_2",49.8333339]`,
      );
    expect(epsgOfPrj(lambert(150000.013))).toBe(31370);
    expect(epsgOfPrj(lambert(649328))).toBe(3812);
    expect(epsgOfPrj(lambert(1))).toBeNull();
  });

  it.each(['', 'hello', '"', '[[[[', ']]]', 'PROJCS[', 'PROJCS["x",AUTHORITY[]]'])('is null for %j', text => {
    expect(epsgOfPrj(text)).toBeNull();
  });
});
