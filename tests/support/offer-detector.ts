import { findListingsInSteps } from "@/detection/detector/find-listings.ts";
import { offerDetector } from "@/detection/offered-detector.ts";

// As on sites that the user granted; pages of known sites load it where no recipe finds results.
offerDetector(findListingsInSteps);
