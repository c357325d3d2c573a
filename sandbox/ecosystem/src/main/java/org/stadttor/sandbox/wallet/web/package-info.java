// SPDX-License-Identifier: EUPL-1.2
/** The wallet as pages in a browser. */
@NullMarked
package org.stadttor.sandbox.wallet.web;

import org.jspecify.annotations.NullMarked;
