// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.wallet.autoconfigure;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.stadttor.wallet.presentation.ReceiveWalletResponse;
import org.stadttor.wallet.presentation.RetrieveRequestObject;
import org.stadttor.wallet.presentation.web.RequestBodies;
import org.stadttor.wallet.presentation.web.WalletRequestController;
import org.stadttor.wallet.presentation.web.WalletResponseController;

/** What wallets talk to. */
@Configuration(proxyBeanMethods = false)
class WalletEndpointsConfiguration {

    @Bean
    WalletRequestController walletRequestController(RetrieveRequestObject retrieve, WalletBridgeProperties properties) {
        return new WalletRequestController(
                retrieve, new RequestBodies(properties.limits().requestBytes()));
    }

    @Bean
    WalletResponseController walletResponseController(
            ReceiveWalletResponse receive, WalletBridgeProperties properties) {
        return new WalletResponseController(
                receive, new RequestBodies(properties.limits().responseBytes()));
    }
}
