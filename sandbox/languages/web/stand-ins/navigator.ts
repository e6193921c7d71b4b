/** A page of a lab is the only one there is: nothing loads another. Links to its own parts work. */
import { pageHooks } from "../page/hooks.ts";

interface Navigation {
  frame: object;
  url: string;
}

export default class BrowserFrameNavigator {
  static async navigate({ frame, url }: Navigation): Promise<null> {
    pageHooks.navigate(frame, String(url));
    return null;
  }
  static navigateSteps(): Promise<null> {
    return Promise.resolve(null);
  }
  static reload(): Promise<null> {
    return Promise.resolve(null);
  }
}
