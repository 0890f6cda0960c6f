// Lint rules of our own: what the pure floors may not read. A verdict must be the same tomorrow and on any machine.
const FORBIDDEN_MEMBERS = new Set([
  "Date.now",
  "Math.random",
  "performance.now",
  "crypto.randomUUID",
]);

const pure = {
  meta: { type: "problem" },
  create(context) {
    return {
      MemberExpression(node) {
        if (node.object.type !== "Identifier" || node.property.type !== "Identifier") return;
        const name = `${node.object.name}.${node.property.name}`;
        if (FORBIDDEN_MEMBERS.has(name)) {
          context.report({
            node,
            message: `${name} in a pure floor: take the value as an argument.`,
          });
        }
      },
      NewExpression(node) {
        if (node.callee.name === "Date" && node.arguments.length === 0) {
          context.report({
            node,
            message: "new Date() in a pure floor: take the instant as an argument.",
          });
        }
      },
      CallExpression(node) {
        if (node.callee.name === "Date") {
          context.report({
            node,
            message: "Date() in a pure floor: take the instant as an argument.",
          });
        }
      },
    };
  },
};

export default { meta: { name: "house" }, rules: { pure } };
