// SPDX-License-Identifier: EUPL-1.2
/** How a host is asked for its proof: over https, or in the DNS. */
@NullMarked
package org.stadttor.idp.domainproof.net;

import org.jspecify.annotations.NullMarked;
