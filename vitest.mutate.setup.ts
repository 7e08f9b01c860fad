import fc from 'fast-check'

fc.configureGlobal({ seed: 11, interruptAfterTimeLimit: 400, markInterruptAsFailure: false })
