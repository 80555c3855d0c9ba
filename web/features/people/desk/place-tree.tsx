import { useSearchParams } from 'react-router';
import { useBelow } from './people-api.ts';

/** Grids with their buildings; choosing one narrows the list beside it. */
export function PlaceTree({ areaId }: { areaId: string }) {
  const [search, setSearch] = useSearchParams();
  const grids = useBelow(areaId, 'grid').data ?? [];
  const buildings = useBelow(areaId, 'building').data ?? [];
  const estates = useBelow(areaId, 'estate').data ?? [];
  const chosen = search.get('building') ?? search.get('grid') ?? '';
  const choose = (name: 'grid' | 'building' | null, id: string): void => setSearch(name ? { [name]: id } : {});
  const nameOf = (building: (typeof buildings)[number]): string => {
    const estate = estates.find((one) => one.id === building.details['estateId']);
    const short = estate?.details['short'];
    return `${typeof short === 'string' ? short : (estate?.name ?? '')} ${building.name}`.trim();
  };
  return (
    <nav className="card place-tree" aria-label="网格和楼栋">
      <button type="button" className="plain" aria-current={chosen === ''} onClick={() => choose(null, '')}>
        全社区
      </button>
      {grids.map((grid) => (
        <div key={grid.id}>
          <button
            type="button"
            className="plain grid-name"
            aria-current={chosen === grid.id}
            onClick={() => choose('grid', grid.id)}
          >
            {grid.name}
          </button>
          <ul>
            {buildings
              .filter((building) => building.parentId === grid.id)
              .map((building) => (
                <li key={building.id}>
                  <button
                    type="button"
                    className="plain"
                    aria-current={chosen === building.id}
                    onClick={() => choose('building', building.id)}
                  >
                    {nameOf(building)}
                  </button>
                </li>
              ))}
          </ul>
        </div>
      ))}
    </nav>
  );
}
