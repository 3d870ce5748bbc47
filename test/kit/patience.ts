import { configure } from '@testing-library/react'

// A busy machine may take long over a thing that takes none; what never comes still fails.
configure({ asyncUtilTimeout: 15_000 })
