/** YAML files are turned into plain data when the extension is built; see wxt.config.ts. */
declare module "*.yml" {
  const data: unknown;
  export default data;
}
