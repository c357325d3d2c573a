// SPDX-License-Identifier: EUPL-1.2
/** Lists of trusted entities (ETSI TS 119 602): the value, its JSON, its signature. */
@NullMarked
package org.stadttor.trustlist.lote;

import org.jspecify.annotations.NullMarked;
