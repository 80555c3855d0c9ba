import type { Random } from '../shared/random.ts';
import type { Case, Community, Estate, Person, PlanPlace, Subject } from './contract.ts';
import { gridSuffixOf } from './person.ts';

/** Whether a case can happen in an estate at all: no lift complaints where there are no lifts. */
export function suits(subject: Subject, story: Case, estate: Estate): boolean {
  const only = story.only ?? subject.only;
  return !only || only.includes(estate.kind);
}

type Spot = { estate: Estate; building: number; unit: number | null; spot: string; lampPost: number | null };

function placeOf(community: Community, story: Case, { estate, building, unit, spot, lampPost }: Spot): PlanPlace {
  const { short, name } = estate;
  const labels = {
    estate: `${short}${spot}`,
    building: `${short} ${building} 号楼${spot}`,
    lamp: `${short} ${building} 号楼${spot}`,
    unit: `${short} ${building} 号楼 ${unit} 单元${spot}`,
    home: `${short} ${building} 号楼 ${unit} 单元`,
  };
  return {
    estate: name,
    short,
    building: story.at === 'estate' ? null : building,
    unit,
    spot,
    grid: gridSuffixOf(community, short, building),
    lampPost,
    label: labels[story.at],
  };
}

function spotsOf(story: Case, estate: Estate): string[] {
  if (story.spots === 'gates') return estate.gates;
  return story.spots === 'places' ? estate.places : story.spots;
}

/** A building a grid covers, when only that grid's will do. */
function buildingIn(community: Community, estate: Estate, grid: string | undefined, random: Random): number | null {
  const covers =
    grid === undefined
      ? [1, estate.buildings]
      : community.grids.find((one) => one.suffix === grid)?.covers[estate.short];
  return covers ? random.between(covers[0] as number, covers[1] as number) : null;
}

type Wanted = {
  grid?: string | undefined;
  estate?: string | undefined;
  near?: Person['home'];
  /** Only the reporter's own house will do, as far as the case is about a house. */
  strict?: boolean;
};

/** Where a case happens; null when no estate of the community (or of the grid wanted) suits it. */
export function drawPlace(
  community: Community,
  subject: Subject,
  story: Case,
  wanted: Wanted,
  random: Random,
): PlanPlace | null {
  const { grid, near, estate: only, strict } = wanted;
  const inGrid = (estate: Estate): boolean =>
    grid === undefined || community.grids.some((one) => one.suffix === grid && one.covers[estate.short] !== undefined);
  const estates = community.estates.filter(
    (estate) => suits(subject, story, estate) && inGrid(estate) && (only === undefined || estate.name === only),
  );
  const atHome = near && (story.at === 'home' || (story.at !== 'estate' && (strict || random.chance(0.6))));
  const own = estates.find((estate) => estate.name === near?.estate);
  if (near && story.at === 'home' && !own) return null;
  if (estates.length === 0) return null;
  const estate =
    own && (atHome || strict || random.chance(0.7)) ? own : random.weighted(estates, (one) => one.buildings);
  const building = atHome && own ? near.building : buildingIn(community, estate, grid, random);
  if (building === null) return null;
  if (grid !== undefined && gridSuffixOf(community, estate.short, building) !== grid) return null;
  if (story.at === 'lamp' && community.lampPosts) return atLampPost(community, story, estate, building, random);
  const needsUnit = story.at === 'unit' || story.at === 'home';
  const unit = !needsUnit ? null : atHome && own ? near.unit : random.between(1, estate.units);
  return placeOf(community, story, {
    estate,
    building,
    unit,
    spot: random.pick(spotsOf(story, estate)),
    lampPost: null,
  });
}

function atLampPost(community: Community, story: Case, estate: Estate, building: number, random: Random): PlanPlace {
  const posts = (community.lampPosts ?? []).filter(([, short]) => short === estate.short);
  const near = posts.filter(([, , nearest]) => nearest === building);
  const [lampPost, , at, spot] = random.pick(near.length > 0 ? near : posts);
  return placeOf(community, story, { estate, building: at, unit: null, spot, lampPost });
}

/** A place said outright (`open.yaml`). */
export function namedPlace(
  community: Community,
  story: Case,
  at: { estate: string; building?: number; unit?: number; spot: string },
): PlanPlace {
  const estate = community.estates.find((one) => one.name === at.estate) as Estate;
  const building = at.building ?? 1;
  const post =
    story.at === 'lamp'
      ? community.lampPosts?.find(
          ([, short, nearest, spot]) => short === estate.short && nearest === building && spot === at.spot,
        )
      : undefined;
  return placeOf(community, story, {
    estate,
    building,
    unit: at.unit ?? null,
    spot: at.spot,
    lampPost: post?.[0] ?? null,
  });
}
