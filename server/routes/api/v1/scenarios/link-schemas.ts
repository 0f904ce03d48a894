import { Type } from 'typebox';
import { LINK_KINDS } from '../../../../scenarios/links.ts';
import { CLOSED, Nullable, OneOf } from '../shapes.ts';
import { Document, Instant, ScenarioParams } from './schemas.ts';

export const NewLinkBody = Type.Object(
  {
    kind: OneOf(
      LINK_KINDS,
      'frozen: shows one version for good, to be read only. editable: shows the latest, which it may change; ends the one before',
    ),
    revision: Type.Optional(
      Type.Integer({
        minimum: 1,
        maximum: 2_147_483_647,
        description: 'Of a frozen link; default the latest',
      }),
    ),
  },
  CLOSED,
);

const link = {
  id: Type.String(),
  kind: OneOf(LINK_KINDS),
  revision: Nullable(Type.Integer({ description: 'The version a frozen link shows' })),
  createdAt: Instant,
};

export const CreatedLink = Type.Object({
  ...link,
  secret: Type.String({ description: 'Opens the link together with its id; shown this once' }),
});
export const Links = Type.Object({ links: Type.Array(Type.Object(link)) });

export const ScenarioLinkParams = Type.Object({
  ...ScenarioParams.properties,
  link: Type.String({ maxLength: 200 }),
});

/** Any text may be asked for, so that a link that cannot be is answered as one that is not. */
export const LinkParams = Type.Object({ link: Type.String({ maxLength: 200 }) });

export const OpenedLink = Type.Object({
  kind: OneOf(LINK_KINDS),
  revision: Type.Integer(),
  updatedAt: Instant,
  document: Document,
});
