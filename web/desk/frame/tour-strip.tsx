import { readTour } from '../../features/tour/steps.ts';
import { TourBar } from '../../features/tour/tour-bar.tsx';

/** The bar of the guided tour above the desk, while one is on: the same as on the phone pages. */
export function TourStrip() {
  const tour = readTour(document.cookie);
  return tour && <TourBar tour={tour} />;
}
