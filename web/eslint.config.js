/** The rules a machine can check; each exception says why. */
import js from "@eslint/js"
import globals from "globals"
import a11y from "eslint-plugin-jsx-a11y"
import react from "eslint-plugin-react"
import hooks from "eslint-plugin-react-hooks"
import ts from "typescript-eslint"

const noMuiBarrel = {
  regex: "^@mui/(material|system)$|^@mui/icons-material",
  message: "Import each part by its path, or the whole library is loaded.",
}
const noMui = {
  group: ["@mui/*"],
  message: "MUI is not part of the first load: `styled` is in ui/theme, its parts in our colours are in ui/mui.",
}
const noFeature = { group: ["@/features/*"], message: "Features never import each other." }
const noApp = { group: ["@/app/*", "!@/app/parents"], message: "Only app knows the app." }

const literalSyntax = [
  {
    selector:
      "JSXAttribute[name.name=/^(aria-label|aria-description|placeholder|alt|title|label|helperText)$/] > Literal[value=/\\p{L}/u]",
    message: "Words live in src/locales, not in code.",
  },
]
const moneySyntax = {
  selector: "MemberExpression[object.name='Intl'][property.name='NumberFormat']",
  message: "Money and numbers are formatted in lib/money.ts only.",
}

export default ts.config(
  { ignores: ["dist", "dev-dist", "coverage", "node_modules", "src/api/schema.d.ts", "public"] },
  js.configs.recommended,
  ts.configs.strictTypeChecked,
  ts.configs.stylisticTypeChecked,
  {
    languageOptions: {
      globals: { ...globals.browser },
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      "@typescript-eslint/consistent-type-imports": "error",
      // Names that only an index signature has may be told by brackets.
      "@typescript-eslint/dot-notation": "off",
      // Numbers and booleans read well inside template strings.
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
      // `() => navigate()` as a handler is clearer than a block.
      "@typescript-eslint/no-confusing-void-expression": "off",
      "@typescript-eslint/no-misused-promises": ["error", { checksVoidReturn: { attributes: false } }],
      // The router throws redirects, which are not errors.
      "@typescript-eslint/only-throw-error": "off",
      "max-lines": ["error", { max: 400, skipBlankLines: true }],
      "max-lines-per-function": ["error", { max: 120, skipBlankLines: true, skipComments: true }],
      complexity: ["error", 15],
      "max-params": ["error", 5],
      "no-console": "error",
    },
  },
  {
    files: ["src/**/*.tsx"],
    ...a11y.flatConfigs.strict,
  },
  {
    files: ["src/**/*.{ts,tsx}"],
    plugins: { react, "react-hooks": hooks },
    settings: { react: { version: "detect" } },
    rules: {
      ...hooks.configs.recommended.rules,
      "react/jsx-no-literals": [
        "error",
        { noStrings: true, ignoreProps: true, allowedStrings: ["·", "•", "—", "+", "/", "@", ":", "…", "0", ".", " +"] },
      ],
      "react/jsx-no-target-blank": "error",
      "react/no-danger": "error",
      "no-restricted-imports": ["error", { patterns: [noMui] }],
      "no-restricted-syntax": ["error", ...literalSyntax, moneySyntax],
    },
  },
  {
    files: ["src/lib/money.ts"],
    rules: { "no-restricted-syntax": ["error", ...literalSyntax] },
  },
  {
    files: ["src/features/**/*.{ts,tsx}"],
    rules: { "no-restricted-imports": ["error", { patterns: [noMui, noFeature, noApp] }] },
  },
  {
    files: ["src/{ui,lib,api}/**/*.{ts,tsx}"],
    rules: { "no-restricted-imports": ["error", { patterns: [noMui, noFeature, noApp] }] },
  },
  {
    files: ["src/ui/mui/*"],
    rules: { "no-restricted-imports": ["error", { patterns: [noMuiBarrel, noFeature, noApp] }] },
  },
  {
    files: ["src/**/*.test.{ts,tsx}", "src/testing/**"],
    rules: {
      "react/jsx-no-literals": "off",
      "no-restricted-syntax": "off",
      "max-lines-per-function": "off",
      // jsdom lacks some of what the types promise, and a prototype is patched by its methods.
      "@typescript-eslint/no-unnecessary-condition": "off",
      "@typescript-eslint/unbound-method": "off",
      // Tests may assert that a thing is there.
      "@typescript-eslint/no-non-null-assertion": "off",
    },
  },
  // Plain scripts have no types to check.
  { files: ["**/*.js"], ...ts.configs.disableTypeChecked },
  {
    files: ["scripts/**", "*.js", "*.ts"],
    languageOptions: { globals: { ...globals.node } },
    rules: { "no-console": "off" },
  },
)
