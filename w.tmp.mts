import { measureContentScript } from "./tests/commands/measure-content-script.ts";
console.log(measureContentScript("/tmp/w/lead/.output/chrome-mv3"));
