import typescript from '@typescript-eslint/parser'
import vue from 'eslint-plugin-vue'
import a11y from 'eslint-plugin-vuejs-accessibility'

/** Templates only: oxlint checks the code, vue-tsc the types, prettier the layout. */
export default [
  ...vue.configs['flat/recommended'],
  ...a11y.configs['flat/recommended'],
  {
    files: ['**/*.vue'],
    languageOptions: { parserOptions: { parser: typescript } },
    rules: {
      'vue/html-self-closing': 'off',
      'vue/max-attributes-per-line': 'off',
      'vue/singleline-html-element-content-newline': 'off',
      'vue/multiline-html-element-content-newline': 'off',
      'vue/html-indent': 'off',
      'vue/html-closing-bracket-newline': 'off',
      'vue/first-attribute-linebreak': 'off',
      'vue/require-default-prop': 'off',
      'vuejs-accessibility/label-has-for': ['error', { required: { some: ['nesting', 'id'] } }],
      'vuejs-accessibility/no-static-element-interactions': 'off',
      // a table laid out as cards on a small screen keeps its meaning only with the roles said
      'vuejs-accessibility/no-redundant-roles': 'off',
      'vuejs-accessibility/heading-has-content': ['error', { accessibleChildren: ['PhraseText'] }],
    },
  },
]
