/** Both realms' code as one unit, of which each realm boots its half. A worker keeps it evaluated in its start snapshot. */
import { bootJudge } from "./judge-realm.ts";
import { bootLearner } from "./learner-realm.ts";

export const realms = { bootJudge, bootLearner };
