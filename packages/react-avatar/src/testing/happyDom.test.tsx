// @vitest-environment happy-dom
import './AvatarTestProvider.test.js'
