// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.wallet.autoconfigure;

import org.springframework.context.annotation.Configuration;

/** What a presentation is verified with: the trust list, status lists, the verifier of each format. */
@Configuration(proxyBeanMethods = false)
class VerificationConfiguration {}
