// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.outbound;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** Asks for the addresses of a name. */
@FunctionalInterface
interface NameResolver {

    InetAddress[] resolve(String host) throws UnknownHostException;
}
